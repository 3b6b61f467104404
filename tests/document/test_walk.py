"""A place on a row of moments."""

from __future__ import annotations

from mlp_studio.document.walk import Walk


def test_it_goes_forward_and_back_and_stays_within_its_ends(qapp) -> None:
    walk = Walk(2)
    walk.back()
    assert walk.place == 0
    walk.forward()
    walk.advance(5)
    assert (walk.place, walk.is_at_end, walk.can_go_forward) == (2, True, False)
    walk.to_start()
    assert (walk.place, walk.can_go_back) == (0, False)


def test_moved_is_told_only_of_another_place(qapp, qtbot) -> None:
    walk = Walk(3)
    with qtbot.assertNotEmitted(walk.moved):
        walk.go_to(0)
    with qtbot.waitSignal(walk.moved):
        walk.to_end()


def test_playing_ends_at_the_last_moment(qapp, qtbot) -> None:
    walk = Walk(4)
    walk.player.set_speed(60.0)
    walk.player.play()
    qtbot.waitUntil(lambda: walk.is_at_end and not walk.player.is_playing)


def test_another_row_stops_the_playing_of_the_first(qapp) -> None:
    walk = Walk(4)
    walk.player.play()
    walk.begin(7)
    assert not walk.player.is_playing
    assert (walk.place, walk.last) == (0, 7)
