import threading
import time

import pytest

from vsa_core.desk.turns import Turns


def test_who_shows_goes_before_all_who_prepare() -> None:
    turns, order = Turns(), list[str]()

    def prepare(name: str) -> None:
        with turns.later():
            order.append(name)

    def show() -> None:
        with turns.now():
            order.append("show")

    with turns.now():
        threads = [threading.Thread(target=prepare, args=(name,)) for name in ("a", "b")]
        threads.append(threading.Thread(target=show))
        for thread in threads:
            thread.start()
        while turns._waiting == 0:
            time.sleep(0.001)
    for thread in threads:
        thread.join()
    assert order[0] == "show"
    assert sorted(order) == ["a", "b", "show"]


def test_one_thread_at_a_time_has_the_turn() -> None:
    turns, inside, most = Turns(), list[int](), list[int]()

    def work(take_now: bool) -> None:
        for _ in range(50):
            with turns.now() if take_now else turns.later():
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    threads = [threading.Thread(target=work, args=(number % 2 == 0,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(most) == {1}
    assert len(most) == 200


def test_a_turn_that_fails_is_given_back() -> None:
    turns = Turns()
    for turn in (turns.now, turns.later):
        with pytest.raises(ValueError, match="lost"), turn():
            raise ValueError("lost")
    with turns.later():
        pass
