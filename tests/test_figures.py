"""Figures at the edges: many rows, huge and missing numbers, the poles and the date line."""
import io

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from newsresearch.figures import HARM_STYLES, draw_picture, plot_counts, plot_ranges, plot_timeline, plot_together, row_height_inches
from newsresearch.maps import box_of, map_picture, map_views, place_labels, unwrapped
from newsresearch.schema import HARMS


def test_every_harm_has_its_own_colour_and_mark():
    assert tuple(HARM_STYLES) == HARMS
    assert len({colour for colour, _ in HARM_STYLES.values()}) == len({marker for _, marker in HARM_STYLES.values()}) == len(HARMS)


@pytest.mark.parametrize("values", [[(0, 0, 0)], [(None, None, None)], [(1, 1, 1), (20000, None, 99999)], [(0, None, None)], [(None, None, 9)], [(2_000_000_000, None, None)]])
def test_ranges_of_any_size(values):
    claims = pd.DataFrame(values, columns=["low", "best", "high"]).astype("Int64").assign(label="x", harm="killed")
    picture = draw_picture(lambda ax: plot_ranges(claims, ax), row_height_inches(len(claims)))
    assert Image.open(io.BytesIO(picture.png)).size[0] == 1000


def test_far_apart_numbers_share_a_logarithmic_axis():
    claims = pd.DataFrame({"label": ["a", "b"], "harm": "killed", "low": [2, 20000], "best": [2, 20000], "high": [2, 20000]})
    scales = []

    def draw(ax):
        alt = plot_ranges(claims, ax)
        scales.append(ax.get_xscale())
        return alt

    draw_picture(draw, 2)
    assert scales == ["symlog"]


def test_long_tables_are_described_in_brief():
    counts = pd.DataFrame({"label": [f"actor {n}" for n in range(40)], "count": range(40, 0, -1)})
    assert draw_picture(lambda ax: plot_counts(counts, ax), 12).alt.endswith("actor 11: 29; and 28 more.")


def test_names_with_formulas_and_line_breaks_are_only_text():
    names = ["$\\frac{1}{0}$", "a\nb", "^_{x"]
    counts = pd.DataFrame({"label": names, "count": [3, 2, 1]})
    assert "a b: 2" in draw_picture(lambda ax: plot_counts(counts, ax), 2).alt
    pairs = pd.DataFrame({"a": names[:1], "b": names[1:2], "count": [1]})
    assert draw_picture(lambda ax: plot_together(pairs, names, ax), 2).png


def test_empty_tables_give_empty_figures():
    nothing = pd.DataFrame({"label": [], "count": [], "harm": [], "date_start": [], "date_end": []})
    assert draw_picture(lambda ax: plot_counts(nothing, ax), 1).alt == "Bar chart of mentions. Nothing to show."
    assert draw_picture(lambda ax: plot_timeline(nothing, ax), 1).alt == "Timeline. Nothing to show."


def places(*rows):
    return pd.DataFrame(rows, columns=["name", "latitude", "longitude", "mentions"]).assign(kind="populated_place")


@pytest.mark.parametrize(
    "table",
    [
        places(("Longyearbyen", 78.2, 15.6, 1)),
        places(("South Pole", -90.0, 0.0, 1)),
        places(("Taveuni", -16.8, 179.9, 1), ("Lau", -17.0, -179.9, 2)),
        places(("Null Island", 0.0, 0.0, 1), ("Null Island again", 0.0, 0.0, 1)),
    ],
)
def test_maps_of_odd_places(table):
    (view,) = map_views(table)
    assert view.box.west < view.box.east and view.box.south < view.box.north
    assert map_picture(view).alt.startswith("Map. ")


def test_the_widest_gap_decides_where_longitudes_are_cut():
    assert unwrapped(np.array([-170.0, 170.0, 175.0])).tolist() == [190.0, 170.0, 175.0]
    assert unwrapped(np.array([10.0])).tolist() == [10.0]


def test_labels_never_cover_each_other():
    crowd = places(*((f"Town number {n}", 48.0 + 0.01 * (n % 5), 37.0 + 0.01 * (n // 5), 1) for n in range(25)))
    boxes = []

    def draw(ax):
        box = box_of(crowd)
        ax.set(xlim=(box.west, box.east), ylim=(box.south, box.north))
        ax.figure.draw_without_rendering()
        place_labels(ax, list(crowd["name"]), crowd[["longitude", "latitude"]].to_numpy(), np.full(25, 4.0))
        boxes.extend(text.get_window_extent() for text in ax.texts)
        return ""

    draw_picture(draw, 5)
    assert boxes and not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[:i])
