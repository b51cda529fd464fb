# What nbgrader must know of TypeScript notebooks. Copy this file into the course folder that `nbgrader` works in, beside
# source/. Tested with nbgrader 0.9.6 (test/nbgrader.test.ts).
c = get_config()  # noqa: F821 (nbgrader gives it)

# What stands where a solution stood. A comment, because the starter's own lines follow it.
c.ClearSolutions.code_stub = {"typescript": "// Your code here"}

# A check of a hundred cases, and the first use of TensorFlow, take seconds on a slow machine.
c.Execute.timeout = 120
