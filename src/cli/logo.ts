// The logo that JupyterLab shows on the kernel's tile: an image of nine cells, and a kernel window over four of them.
// Rule: the two PNGs are the SVG drawn at 32 and 64 pixels (by Chromium); they live in code because tsc copies no pictures.

/** The logo as SVG. */
export const vectorLogo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect x="2" y="2" width="60" height="60" rx="12" f' +
  'ill="#24528f"/><g fill="#fff"><path d="M10 10h12v12H10z" opacity=".95"/><path d="M26 10h12v12H26z" opacity=".7' +
  '"/><path d="M42 10h12v12H42z" opacity=".25"/><path d="M10 26h12v12H10z" opacity=".7"/><path d="M26 26h12v12H26' +
  'z" opacity=".4"/><path d="M42 26h12v12H42z" opacity=".2"/><path d="M10 42h12v12H10z" opacity=".25"/><path d="M' +
  '26 42h12v12H26z" opacity=".2"/><path d="M42 42h12v12H42z" opacity=".12"/></g><rect x="7.500" y="7.500" width="' +
  '33" height="33" rx="4" fill="none" stroke="#ffb347" stroke-width="4"/></svg>'

/** 32 × 32 PNG, base64. */
export const smallLogo =
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAYAAABzenr0AAAChUlEQVR4nOyXQWgTQRSG/9lNYpuktEVjISLa1ooKggWhBfEi2HrSGpF60IMe9O' +
  'JBqx5EBD2IF9GbqAd70KIgtOakiHi1uXmwtlKTKkrRVqmlm6Qm2R3nbZ0QstM0CZL0kA+yMzvzhvcy++a9NxqqjCt/YEvozgnO0ceAbjAE8T/g' +
  'mObAKGN4/mn4/KPcKSY7raFbm3SuPfDovKejeQF+t4lSMNI6JucakLK0woKcvzKZdXpq+OIXes3ugAZ96OjWr3uudE3AV6JySVwYcSOyDc8mNy' +
  '4vxFiPxvXHorfXfqVH2+HbJ/0e82Hk2BvUuSzEfvvwM+lBKayrT6GtKY7FjIaup/uQSLsKylucn4qNDAzaUhpj/e2Nhq08Ou9Fy5EnWK9Y1Hn8' +
  'rt3ev3zIMWeIH/94Ae2NCRzs9GEqHnDIRMa+ZfukUzSD9gcTTrfLK5QTvxJrUC5ybZ2WWVGWdFJr74DwzhZUGKlTQ5WpGaA8K9Lbl+PMzbByfO' +
  'jAUjv+eRaR78XFktW5A6pzTsh/3r9/J9RE7OfmYBMMrzOSjMVmHGM1J6wZkDUgnlnqrvX+QbkE/q1Nmq6i12QlY/N+pExmZzNr/BLmFt0OYXnO' +
  'pbfnQum4VayldPz6Q0qk4xmUZADl72tvd+Bq9wQ6mg2UAxUk10e3r1gLKA0gqJIJRzcgtLtemVIpwhF0zvNJZtx48T6FtKUjGGiAiunZhcIGEF' +
  'TTqYoJQoZXVZAh0lZx255L7RjKkuwHKozUaRsgyqN3qDBSp+2E3MI9pqFXTuZWrypUWS0XlbfnQzptQ+SAuJK9FE0vKgDnPBwdGeijftYJM8w8' +
  'J+5w5cfh4jEYc52VLyx/tmqX02rxFwAA//8jhvs0AAAABklEQVQDAN7h4DnZsmS3AAAAAElFTkSuQmCC'

/** 64 × 64 PNG, base64. */
export const largeLogo =
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAYAAACqaXHeAAAEt0lEQVR4nOybbWwURRjH/7PbltpWaNFrTW1DOe4DSDDWl4h+MDTGhEgs5dSgqD' +
  'F+QRONtFgJ+AHjB1MTY3rGxEhi1ERDTIgnLWgKEV8IMVETLZFCifTuii3Wtry0tCnH3e4wU7jr7naXzqV31/Zmf8m1s7OzNzP/febtmTkFkqNA' +
  'cvJEEnmffm8JiRduBHQ/QFYS0EoQcivmE5ReBkE/BekmQFBXo+2hfTtHZnqM3Ozm8vpAhaLqb7FUWwlIIRYQFPQK+7NH15SWcHvj/07pHAXw+l' +
  's3KBR7WYrFWMhQjDJrfeFMsLHd7raNAJT4/IG3KcVuQq7fLymI4V7PJdx12ygKVB2Z5Kqm4OT5xfhzsAxjMaEWOiOsLqxl0N09waZ3WZWp8d40' +
  'AbybWp9TCL7i4UVqHG/c9w9eXNULJcvdpaYTfN61DIG/fIhqaRICeImJ8IUxziTACv8HdYSSw8xk8gpUDQfqf4W3dBxzyZmLJWg4sDZdIsR00M' +
  'dDwe0/JCLM75WSbbzyPLjz/tNzXnmOr2wMzcwK00Q+awCvGSOSFrBi0/vlbFQc4O2+omgCxzb/YnoydKkYR/714IqmIpMUMst7tHpomvgPfb0O' +
  'wxOzH4h4f6DlxSoj+3YM8OukXVGofuVGp3e3xzx8cjO846m9eBbi1D7/sel6z66NECXCPvqpNyfffoInawvQOVIl/B2/dfXZxvMXrMTzGljwE3' +
  '6dbAIs8Ewi7FtiVv+nvtuRbax5VhddQLpQCGlIhhMBSnBPIpxvGeoybfZ2WPPMVzSkC9YK1ibCSQFY77+gZnqzwVjXqbGFYBFkwVBX6VeDrgCQ' +
  'HFcASI4rACRHeI1pndunysstbSmlf73WfN0/NOo4v58NbhOA5Lh9gGjCVNbzHGub3/zYGqTEsNkL5CkrxmpvOUTpCg0KpXObACTHFQCS4woAyX' +
  'EFgOS4M0G7yKhm1oVvV2Uba54xPTN7E7YWwLfCjNRVDSPbWPM8O16KTGBrAScvmA+FTO7RdTfjyNlyXNXFWo11PW+d2zvhtDn6/QmKwQmx+X0q' +
  '2Arw3/gt6IhUYH3N1NEaHyuQrzSMueBwbzmrfGY2rhxf565ja9A7UoS5JszKsONoiivJFHAUgJ/P2dD2MD47UTN5XCXb8Dw//bsGT7AyjMfzkS' +
  'lu6g/gx1Ja/liJjzp92PKAimXF55FHxEYE7sMzwtfzIvDePjS2FPuPE9MhqUpPascSzw1dFkon5BDhBTk+UsU+1RDF6sBMxZlxPc/0d3h2uDNB' +
  'SI4rACTHFQCSMyUARRSSQEGTByENx+ToAGSBkmRdjRbQCWmg3YmQwQLIz5AECnQkwsmpsE60DoWqrU4PzXZvXnSvzgnRub0IOiVJAZIWEPmmmZ' +
  'vFIeQ4lNK2yP6mSOLaNAxqcbItp0cDVrdoDK8ao0wChNsbT1OCV5CjUJCtfQe39xvjprlaL5461Ll01XruAVmH3OKdnm+bPrRGOrp6fP5APWsw' +
  'X+bCz+aYc2lLKNj0nd1tx6nw5O/siLqaiXAQCxVedlYHp8pzhJx9y/2BR1TQOkrxILv0EoI72f8SzC/GWA9/jlWph5Xvdw3kx3Cw8ehMD2Xf2z' +
  'nPkH41eA0AAP//KdYl1QAAAAZJREFUAwAKf4CHzi0qrwAAAABJRU5ErkJggg=='
