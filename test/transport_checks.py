"""The kernel over the transports that jupyter_client offers beside plain tcp: CurveZMQ encryption, and ipc sockets.

Prints a JSON object: the name of each check, and null or what went wrong.
"""

import json
import sys
import tempfile
import traceback

import zmq
from jupyter_client.manager import KernelManager

LIMIT = 20


def value(client, code):
    """The text/plain result of a cell."""
    texts = []
    client.execute_interactive(code, timeout=LIMIT, output_hook=lambda message: texts.append(message['content']))
    return next(content['data']['text/plain'] for content in texts if 'execution_count' in content and 'data' in content)


def client_of(manager):
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=LIMIT)
    return client


def encrypted():
    manager = KernelManager(kernel_name='tensorcell', transport_encryption='required')
    manager.start_kernel()
    try:
        client = client_of(manager)
        assert client.curve_publickey, 'the connection has no keys'
        assert value(client, '6 * 7') == '42'
        assert client.hb_channel.is_beating(), 'no heartbeat'
        hears_nothing_unencrypted(manager)
        client.stop_channels()
    finally:
        manager.shutdown_kernel(now=True)


def hears_nothing_unencrypted(manager):
    """Knows everything but the keys: port, signature key. Nothing that it sends is answered, nothing is published to it."""
    context = zmq.Context.instance()
    shell, iopub = context.socket(zmq.DEALER), context.socket(zmq.SUB)
    iopub.subscribe(b'')
    for socket, port in ((shell, manager.shell_port), (iopub, manager.iopub_port)):
        socket.linger = 0
        socket.connect(f'tcp://{manager.ip}:{port}')
    manager.session.send(shell, 'kernel_info_request')
    assert not shell.poll(1500), 'an unencrypted client was answered'
    assert not iopub.poll(100), 'an unencrypted client hears broadcasts'
    shell.close()
    iopub.close()


def ipc():
    with tempfile.TemporaryDirectory() as folder:
        manager = KernelManager(kernel_name='tensorcell', transport='ipc', ip=f'{folder}/kernel')
        manager.start_kernel()
        try:
            client = client_of(manager)
            assert value(client, '6 * 7') == '42'
            assert client.hb_channel.is_beating(), 'no heartbeat'
            client.stop_channels()
        finally:
            manager.shutdown_kernel()


results = {}
for check in (encrypted, ipc):
    try:
        check()
        results[check.__name__] = None
    except Exception:
        results[check.__name__] = traceback.format_exc()
print(json.dumps(results))
sys.stdout.flush()
