"""Parameters for TypeScript notebooks: `papermill in.ipynb out.ipynb -p epochs 3` adds a cell with `let epochs = 3`.

Rule: what is added is plain TypeScript that type-checks by itself, whatever the notebook declared before under the same name.
"""

import json
import math
import re

from papermill.engines import NBClientEngine
from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators

__all__ = ['NBClientEngine', 'TypeScriptTranslator']


class TypeScriptTranslator(Translator):
    """Turns the values that papermill knows (those of JSON and YAML) into TypeScript, and reads them from a cell.

    Example: `codify({'rate': 0.1, 'layers': [3, 3]})` is `// Parameters\\nlet rate = 0.1\\nlet layers = [3, 3]\\n`.
    """

    DECLARATION = re.compile(
        r'^\s*(?:let|const|var)\s+(?P<name>[\w$]+)\s*(?::\s*(?P<type>[^=]+?)\s*)?'
        r'=\s*(?P<value>.*?)\s*;?\s*(?://\s*(?P<help>.*))?$'
    )

    @classmethod
    def translate_none(cls, val):
        return 'null'

    @classmethod
    def translate_str(cls, val):
        return json.dumps(val)

    @classmethod
    def translate_float(cls, val):
        if math.isnan(val):
            return 'NaN'
        if math.isinf(val):
            return 'Infinity' if val > 0 else '-Infinity'
        return repr(val)

    @classmethod
    def translate_list(cls, val):
        return f'[{", ".join(cls.translate(item) for item in val)}]'

    @classmethod
    def translate_dict(cls, val):
        entries = (f'{json.dumps(str(key))}: {cls.translate(item)}' for key, item in val.items())
        return f'{{ {", ".join(entries)} }}' if val else '{}'

    @classmethod
    def comment(cls, cmt_str):
        return f'// {cmt_str}'.strip()

    @classmethod
    def assign(cls, name, str_val):
        return f'let {name} = {str_val}'

    @classmethod
    def inspect(cls, parameters_cell):
        """The declarations of the cell that is tagged `parameters`, one a line, for `papermill --help-notebook`."""
        found = (cls.DECLARATION.match(line) for line in parameters_cell['source'].splitlines())
        return [
            Parameter(
                name=match['name'],
                inferred_type_name=match['type'] or 'None',
                default=match['value'],
                help=match['help'] or '',
            )
            for match in found
            if match
        ]


papermill_translators.register('typescript', TypeScriptTranslator)
