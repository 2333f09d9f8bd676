// The rows of a job, as `strategy.matrix` gives them: the product of its axes, less `exclude`, plus `include`.

/** Each row is the `matrix` context of one machine; a job without a matrix has one row, which is null. */
export function rowsOf(matrix) {
  if (!matrix) return [null];
  const { include = [], exclude = [], ...axes } = matrix;
  const product = Object.entries(axes).reduce(
    (rows, [axis, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [axis]: value }))),
    [{}],
  );
  const rows = Object.keys(axes).length ? product.filter((row) => !exclude.some((out) => contains(row, out))) : [];
  return withIncluded(rows, Object.keys(axes), include);
}

// An entry adds to every row of the product whose axes it does not contradict; where there is none it is a new row.
function withIncluded(rows, axes, include) {
  const added = [];
  const result = rows.map((row) => ({ ...row }));
  for (const entry of include) {
    const own = Object.fromEntries(Object.entries(entry).filter(([key]) => axes.includes(key)));
    const fitting = result.filter((_, index) => contains(rows[index], own));
    if (fitting.length) fitting.forEach((row) => Object.assign(row, entry));
    else added.push({ ...entry });
  }
  return [...result, ...added];
}

function contains(row, part) {
  return Object.entries(part).every(([key, value]) => JSON.stringify(row[key]) === JSON.stringify(value));
}
