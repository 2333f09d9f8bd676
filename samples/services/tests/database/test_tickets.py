import threading

import tickets


def test_numbers_are_called_in_their_order(connection):
    tickets.upgrade(connection)
    drawn = [tickets.draw(connection) for _ in range(3)]
    assert drawn == sorted(set(drawn))
    assert [tickets.call(connection, "Ada") for _ in range(4)] == [*drawn, None]


def test_two_clerks_never_call_the_same_number(connection, url):
    tickets.upgrade(connection)
    drawn = {tickets.draw(connection) for _ in range(40)}
    called, together = [], threading.Barrier(4)

    def work(clerk):
        with tickets.connect(url) as own:
            together.wait()
            while number := tickets.call(own, clerk):
                called.append(number)

    clerks = [threading.Thread(target=work, args=[name]) for name in ("Ada", "Bob", "Cy", "Di")]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    assert len(called) == len(drawn)
    assert set(called) == drawn
