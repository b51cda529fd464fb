"""The Jupyter project's own conformance suite for kernels, jupyter_kernel_test, told what TypeScript looks like.

Prints a JSON object: the name of each test, and null, what went wrong, or {"skipped": reason}.
usage: python jupyter_kernel_test_checks.py
"""

import json
import unittest

import jupyter_kernel_test


class TypeScriptKernel(jupyter_kernel_test.KernelTests):
    kernel_name = 'tensorcell'
    language_name = 'typescript'
    file_extension = '.ts'
    code_hello_world = 'console.log("hello, world")'
    code_stderr = 'console.error("oh")'
    completion_samples = [
        {'text': 'JSON.pa', 'matches': {'parse'}},
        {'text': '"text".toUpper', 'matches': {'toUpperCase'}},
    ]
    complete_code_samples = ['1', 'const text: string = "a"', 'function f() { return 1 }', 'if (true) {\n}\n']
    incomplete_code_samples = ['function f() {', 'const x = [', '`text', '/* comment', 'Math.max(1,']
    invalid_code_samples = ['const = 1', 'let x = )', '1 ++ 2']
    code_generate_error = 'throw new Error("on purpose")'
    code_execute_result = [
        {'code': '6 * 7', 'result': '42'},
        {'code': '"text".length', 'result': '4'},
        {'code': 'await Promise.resolve([1, 2])', 'result': '[ 1, 2 ]'},
    ]
    code_display_data = [
        {'code': 'display.html("<b>bold</b>")', 'mime': 'text/html'},
        {'code': 'display.svg("<svg></svg>")', 'mime': 'image/svg+xml'},
        {'code': 'display({ any: "object" })', 'mime': 'text/plain'},
    ]
    code_inspect_sample = 'JSON.stringify'
    code_history_pattern = '6 ? 7'
    supported_history_operations = ('tail', 'range', 'search')
    code_clear_output = "import { clearOutput } from 'tensorcell'; clearOutput()"

    @unittest.skip('payloads are deprecated by the specification; this kernel sends none')
    def test_pager(self):
        pass


class Welcome(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = 'tensorcell'
    support_iopub_welcome = True


class Report(unittest.TestResult):
    """What happened to each test, under its name."""

    def __init__(self):
        super().__init__()
        self.ended = {}

    def addSuccess(self, test):
        self.ended.setdefault(test._testMethodName, None)

    def addFailure(self, test, error):
        self.ended[test._testMethodName] = self._exc_info_to_string(error, test)

    addError = addFailure

    def addSkip(self, test, reason):
        # A skip within a subtest comes with the subtest, which names its test.
        self.ended[getattr(test, 'test_case', test)._testMethodName] = {'skipped': reason}

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.addFailure(test, error)


report = Report()
load = unittest.defaultTestLoader.loadTestsFromTestCase
unittest.TestSuite([load(TypeScriptKernel), load(Welcome)]).run(report)
print(json.dumps(report.ended, indent=1))
