import pytest

import tickets


@pytest.mark.upgrade
def test_a_database_of_the_first_release_keeps_its_tickets(connection):
    assert tickets.upgrade(connection, to=1) == 1
    number = tickets.draw(connection)
    assert tickets.upgrade(connection) == len(tickets.SCHEMA) - 1
    assert tickets.call(connection, "Ada") == number


@pytest.mark.upgrade
def test_an_upgraded_database_stays_as_it_is(connection):
    tickets.upgrade(connection)
    assert tickets.upgrade(connection) == 0
