import threading

import pytest

import keepsake


def test_a_value_is_made_once():
    calls = []
    shelf = keepsake.Shelf(seconds=60)
    assert [shelf.get("a", lambda: calls.append(1) or "made") for _ in range(3)] == ["made"] * 3
    assert len(calls) == 1


def test_a_value_is_forgotten_in_time():
    now = [0.0]
    shelf = keepsake.Shelf(seconds=60, clock=lambda: now[0])
    assert shelf.get("a", lambda: "old") == "old"
    now[0] = 59.9
    assert shelf.get("a", lambda: "new") == "old"
    assert len(shelf) == 1
    now[0] = 60.0
    assert len(shelf) == 0
    assert shelf.get("a", lambda: "new") == "new"
    now[0] = 120.0
    assert shelf.get("a", lambda: "newest") == "newest"


@pytest.mark.parametrize("seconds", [0, -1])
def test_no_time_is_an_error(seconds):
    with pytest.raises(ValueError, match="must be positive"):
        keepsake.Shelf(seconds)


def test_many_threads_share_one_value():
    """What a lock is for: without one, a free-threaded Python makes the value several times."""
    calls, values = [], []
    together = threading.Barrier(8)

    @keepsake.keep(seconds=60)
    def slow(number):
        calls.append(number)
        return [number]

    def work():
        together.wait()
        values.append(slow(number=7))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert calls == [7]
    assert all(value is values[0] for value in values) and len(values) == 8
