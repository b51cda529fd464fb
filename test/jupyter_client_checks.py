"""What a front end built on jupyter_client needs of the kernel: one function, one check.

Prints a JSON object: the name of each check, and null or what went wrong. Needs no test framework.
usage: python jupyter_client_checks.py [NAME ...]
"""

import json
import signal
import sys
import time
import traceback

from jupyter_client.manager import KernelManager

LIMIT = 20


class Kernel:
    """A running kernel and its client, as nbclient or a console would hold them."""

    def __init__(self):
        self.manager = KernelManager(kernel_name='tensorcell')
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=LIMIT)

    def run(self, code, then=lambda: None):
        """Executes and returns (reply content, the broadcasts without status and input). `then` is called when it runs."""
        request = self.client.execute(code)
        broadcasts = []
        while True:
            message = self.client.get_iopub_msg(timeout=LIMIT)
            if message['parent_header'].get('msg_id') != request:
                continue
            kind, content = message['msg_type'], message['content']
            if kind == 'execute_input':
                then()
            elif kind != 'status':
                broadcasts.append((kind, content))
            elif content['execution_state'] == 'idle':
                break
        return self.reply(request), broadcasts

    def reply(self, request):
        while True:
            message = self.client.get_shell_msg(timeout=LIMIT)
            if message['parent_header'].get('msg_id') == request:
                return message['content']

    def value(self, code):
        reply, broadcasts = self.run(code)
        assert reply['status'] == 'ok', reply
        return ''.join(content['data']['text/plain'] for kind, content in broadcasts if kind == 'execute_result')

    def stop(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def kernel_info(kernel):
    info = kernel.reply(kernel.client.kernel_info())
    language = info['language_info']
    assert info['status'] == 'ok' and info['implementation'] == 'tensorcell', info
    assert (language['name'], language['file_extension']) == ('typescript', '.ts'), language
    assert language['codemirror_mode'] == 'typescript', language


def execute_result(kernel):
    reply, broadcasts = kernel.run('6 * 7')
    assert reply['status'] == 'ok' and reply['user_expressions'] == {}, reply
    [(kind, content)] = broadcasts
    assert kind == 'execute_result' and content['data']['text/plain'] == '42', broadcasts
    assert content['execution_count'] == reply['execution_count'], (content, reply)


def streams(kernel):
    _, broadcasts = kernel.run('console.log("hello, world"); console.error("oh")')
    texts = {content['name']: content['text'] for kind, content in broadcasts if kind == 'stream'}
    assert texts == {'stdout': 'hello, world\n', 'stderr': 'oh\n'}, broadcasts


def error(kernel):
    reply, broadcasts = kernel.run('// a comment\nthrow new RangeError("too far")')
    [(kind, content)] = broadcasts
    assert kind == 'error', broadcasts
    assert (content['ename'], content['evalue']) == ('RangeError', 'too far'), content
    assert 'line 2' in '\n'.join(content['traceback']), content
    assert reply['status'] == 'error' and reply['ename'] == 'RangeError', reply


def type_error_runs_nothing(kernel):
    reply, broadcasts = kernel.run('console.log("never")\nconst n: number = "text"')
    assert reply['status'] == 'error', reply
    assert [kind for kind, _ in broadcasts] == ['error'], broadcasts
    assert 'TS2322' in json.dumps(broadcasts), broadcasts


def error_aborts_what_is_queued(kernel):
    slow_failure = 'await new Promise((resolve) => setTimeout(resolve, 300)); throw new Error("stop")'
    first, second = kernel.client.execute(slow_failure), kernel.client.execute('1')
    assert kernel.reply(first)['status'] == 'error'
    assert kernel.reply(second)['status'] in ('aborted', 'error')
    assert kernel.value('"on"') == "'on'"


def display_and_update(kernel):
    _, broadcasts = kernel.run('display("old", { id: "a" })\ndisplay("new", { id: "a", update: true })')
    assert [kind for kind, _ in broadcasts] == ['display_data', 'update_display_data'], broadcasts
    assert all(content['transient']['display_id'] == 'a' for _, content in broadcasts), broadcasts


def silent_with_expressions(kernel):
    before = kernel.run('1')[0]['execution_count']
    request = kernel.client.execute('let quiet = 3', silent=True, user_expressions={'good': 'quiet * 2', 'bad': 'nowhere'})
    expressions = kernel.reply(request)['user_expressions']
    assert expressions['good']['data']['text/plain'] == '6', expressions
    assert expressions['bad']['status'] == 'error' and expressions['bad']['ename'], expressions
    after = kernel.run('1')[0]['execution_count']
    assert after == before + 1, (before, after)


def asks_a_person(kernel):
    request = kernel.client.execute('const word = prompt("Word?", "", { password: true }); word.length')
    asked = kernel.client.get_stdin_msg(timeout=LIMIT)
    assert asked['content'] == {'prompt': 'Word? ', 'password': True}, asked
    kernel.client.input('secret')
    assert kernel.reply(request)['status'] == 'ok'
    assert kernel.value('word') == "'secret'"


def asks_nobody(kernel):
    request = kernel.client.execute('prompt("Word?")', allow_stdin=False)
    reply = kernel.reply(request)
    assert (reply['status'], reply['ename']) == ('error', 'InputUnavailable'), reply


def sigint_stops(kernel):
    kernel.run('let steady = 9')
    reply, _ = kernel.run('while (true) {}', then=lambda: kernel.manager.signal_kernel(signal.SIGINT))
    assert reply['status'] == 'error', reply
    assert kernel.value('steady') == '9'


def history(kernel):
    kernel.run('"find me".length')
    reply = kernel.reply(kernel.client.history(hist_access_type='search', pattern='*find me*', output=True))
    [(session, line, (code, output))] = reply['history']
    assert (code, output) == ('"find me".length', '7') and line > 0, reply


def interrupt_a_loop(kernel):
    kernel.run('let kept = 7')
    reply, broadcasts = kernel.run('while (true) {}', then=kernel.manager.interrupt_kernel)
    assert reply['status'] == 'error', reply
    assert [kind for kind, _ in broadcasts] == ['error'], broadcasts
    assert kernel.value('kept') == '7'


def interrupt_an_await(kernel):
    kernel.run('let held = 8')
    reply, _ = kernel.run('await new Promise(() => {})', then=kernel.manager.interrupt_kernel)
    assert reply['status'] == 'error', reply
    assert kernel.value('held') == '8'


def complete(kernel):
    kernel.run('const picture = { width: 3, height: 4 }')
    reply = kernel.reply(kernel.client.complete('picture.', 8))
    assert {'width', 'height'} <= set(reply['matches']), reply
    assert (reply['cursor_start'], reply['cursor_end']) == (8, 8), reply


def complete_after_an_emoji(kernel):
    code = '"\U0001f642"; Math.sq'
    reply = kernel.reply(kernel.client.complete(code, len(code)))
    assert 'sqrt' in [match.split('.')[-1] for match in reply['matches']], reply
    assert reply['cursor_end'] == len(code), reply


def inspect(kernel):
    kernel.run('/** Doubles a number. */\nfunction double(n: number): number { return 2 * n }')
    reply = kernel.reply(kernel.client.inspect('double', 3))
    assert reply['found'] and 'number' in reply['data']['text/plain'], reply
    assert 'Doubles a number.' in json.dumps(reply['data']), reply


def is_complete(kernel):
    expected = {'1 + 1': 'complete', 'function f() {': 'incomplete', 'const = 1': 'invalid'}
    found = {code: kernel.reply(kernel.client.is_complete(code))['status'] for code in expected}
    assert found == expected, found


def wrong_signature_is_ignored(kernel):
    session = kernel.client.session
    frames = session.serialize(session.msg('execute_request', {'code': 'globalThis.broken = true', 'silent': False}))
    at = frames.index(b'<IDS|MSG>')
    frames[at + 1] = b'0' * 64
    kernel.client.shell_channel.socket.send_multipart(frames)
    assert kernel.value('String(Reflect.get(globalThis, "broken"))') == "'undefined'"


def restart(kernel):
    kernel.run('var gone = 1')
    kernel.manager.restart_kernel(now=False)
    kernel.client.wait_for_ready(timeout=LIMIT)
    assert kernel.value('typeof Reflect.get(globalThis, "gone")') == "'undefined'"


def shutdown(kernel):
    begin = time.monotonic()
    kernel.client.shutdown()
    while kernel.manager.is_alive():
        assert time.monotonic() - begin < 2.5, 'The kernel lives 2.5 s after the request; jupyter_client would kill it.'
        time.sleep(0.02)


# Those that end or restart the kernel come last.
CHECKS = [
    kernel_info, execute_result, streams, error, type_error_runs_nothing, error_aborts_what_is_queued, display_and_update,
    silent_with_expressions, asks_a_person, asks_nobody, history, interrupt_a_loop, interrupt_an_await, sigint_stops,
    complete, complete_after_an_emoji, inspect, is_complete, wrong_signature_is_ignored, restart, shutdown,
]


def main(names):
    kernel = Kernel()
    results = {}
    for check in CHECKS:
        if names and check.__name__ not in names:
            continue
        try:
            check(kernel)
            results[check.__name__] = None
        except Exception:
            results[check.__name__] = traceback.format_exc()
            if not kernel.manager.is_alive():
                kernel.stop()
                kernel = Kernel()
    kernel.stop()
    print(json.dumps(results, indent=1))


main(sys.argv[1:])
