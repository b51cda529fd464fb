// Mutants of the bank's solutions that are no mistakes: they compute the same for every input that an exercise may be given.
// Rule: a line is added only when no case could tell the mutant from the solution; first try to find such a case.

/** Exercise → names of mutants, as bank.test.ts reports them. */
export const equivalentMutants: Readonly<Record<string, readonly string[]>> = {
  '08.2': [
    'line 7: return places(X.length).map((row) => places(X[0].length).map((column) => X[row][column])); → return places(X.length).map((row) => places(X[1].length).map((column) => X[row][column]));',
  ],
  '08.5': [
    'line 5: if (start <= place && place < start + k) count += 1; → if (start <= place && place < start + k) count -= 1;',
  ],
  '09.1': [
    'line 3: const width = X[0][0].length - K[0][0].length + 1; → const width = X[0][1].length - K[0][0].length + 1;',
  ],
  '09.2': [
    'line 3: const height = X[0].length - kernel[0].length + 1; → const height = X[1].length - kernel[0].length + 1;',
    'line 3: const height = X[0].length - kernel[0].length + 1; → const height = X[0].length - kernel[1].length + 1;',
    'line 4: const width = X[0][0].length - kernel[0][0].length + 1; → const width = X[1][0].length - kernel[0][0].length + 1;',
    'line 4: const width = X[0][0].length - kernel[0][0].length + 1; → const width = X[0][1].length - kernel[0][0].length + 1;',
    'line 4: const width = X[0][0].length - kernel[0][0].length + 1; → const width = X[0][0].length - kernel[1][0].length + 1;',
    'line 4: const width = X[0][0].length - kernel[0][0].length + 1; → const width = X[0][0].length - kernel[0][1].length + 1;',
  ],
  '09.3': [
    'line 2: const width = X[0][0].length; → const width = X[1][0].length;',
    'line 4: const product = K.map((weights) => pixels[0].map((_, pixel) => weights.reduce((sum, weight, c) => sum + weight * pixels[c][pixel], 0))); → const product = K.map((weights) => pixels[1].map((_, pixel) => weights.reduce((sum, weight, c) => sum + weight * pixels[c][pixel], 0)));',
    'line 5: return product.map((row) => X[0].map((_, i) => row.slice(i * width, (i + 1) * width))); → return product.map((row) => X[1].map((_, i) => row.slice(i * width, (i + 1) * width)));',
  ],
  '09.6': [
    'line 3: const height = places(x[0][0].length, w[0][0].length); → const height = places(x[0][0].length, w[1][0].length);',
    'line 4: const width = places(x[0][0][0].length, w[0][0][0].length); → const width = places(x[0][0][1].length, w[0][0][0].length);',
    'line 4: const width = places(x[0][0][0].length, w[0][0][0].length); → const width = places(x[0][0][0].length, w[1][0][0].length);',
    'line 4: const width = places(x[0][0][0].length, w[0][0][0].length); → const width = places(x[0][0][0].length, w[0][0][1].length);',
  ],
  '10.7': [
    'line 3: const largest = Math.max(...window); → const largest = Math.min(...window);',
    'line 15: for (let j = 0; j + k <= X[0].length; j += k) { → for (let j = 0; j + k <= X[1].length; j += k) {',
  ],
}
