"""Pollock's measures: success, and precision, recall and their mean of header, records and cells; ten points a file.

The first row is compared with the header; a record is its cells, one behind the other; records and cells are counted wherever they
stand. Cells are compared as they are written, where the benchmark takes 48.0 for 48.00.
"""
import collections


def precision_recall_mean(wanted, got):
    if not wanted:
        return 1, 1, 1
    common = sum((collections.Counter(wanted) & collections.Counter(got)).values())
    if not common:
        return 0, 0, 0
    precision, recall = common / len(wanted), common / len(got)
    return precision, recall, 2 * precision * recall / (precision + recall)


def points(truth, rows):
    """rows: None where the file was not read at all."""
    if rows is None:
        return 0
    if not truth:
        return 10
    header = precision_recall_mean(truth[0], rows[0] if rows else [])
    records = precision_recall_mean(*[["".join(row) for row in table[1:]] for table in (truth, rows)])
    cells = precision_recall_mean(*[[cell for row in table for cell in row] for table in (truth, rows)])
    return 1 + sum(header) + sum(records) + sum(cells)
