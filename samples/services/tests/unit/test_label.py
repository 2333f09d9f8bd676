import pytest

import tickets


@pytest.mark.parametrize(("number", "label"), [(7, "A07"), (99, "A99"), (100, "B00"), (2599, "Z99"), (2600, "A00")])
def test_a_label_is_a_letter_and_two_digits(number, label):
    assert tickets.label(number) == label
