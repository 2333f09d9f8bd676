"""A client of a language server, over its standard input and output, as an editor is one."""

import json
import os
import queue
import subprocess
import threading

PATIENCE = 60


class Client:
    """Gives every answer to whoever asked, and keeps what it is told. Who does not answer within a minute counts as one that hangs."""

    def __init__(self, command, folder, file="sessions.yaml", capabilities=None, settings=None, start=True):
        self.folder, self.file, self.settings = folder, file, settings or {}
        self.server = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.asked, self.text, self.version, self.folders = 0, "", 0, 0
        self.heard, self.told = queue.Queue(), []
        threading.Thread(target=self._listen, daemon=True).start()
        if start:
            self.capabilities = self.ask(
                "initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": capabilities or {}})
            self.tell("initialized", {})

    def _listen(self):
        out = self.server.stdout
        while header := out.readline():
            length = 0
            while header.strip():
                name, _, value = header.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                header = out.readline()
            self.heard.put(json.loads(out.read(length)))
        self.heard.put(None)

    def send(self, **message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.raw(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def raw(self, data):
        self.server.stdin.write(data)
        self.server.stdin.flush()

    def tell(self, method, params=None):
        self.send(method=method, **({} if params is None else {"params": params}))

    def ask(self, method, params=None):
        self.asked += 1
        self.send(id=self.asked, method=method, **({} if params is None else {"params": params}))
        return self.wait(lambda message: "method" not in message and message.get("id") == self.asked)

    def wait(self, wanted):
        while True:
            message = self.heard.get(timeout=PATIENCE)
            if message is None:
                raise EOFError("the server has closed its output")
            if "method" in message:
                if "id" in message:
                    self._answer(message)
                self.told.append(message)
            if wanted(message):
                return message

    def _answer(self, message):
        """What the server wants to know of the editor: its settings, by section."""
        answer = None
        if message["method"] == "workspace/configuration":
            answer = [self.settings.get(item.get("section")) for item in message["params"]["items"]]
        self.send(id=message["id"], result=answer)

    @property
    def uri(self):
        return (self.folder / self.file).as_uri()

    def write(self, text):
        """Opens the manifest, or changes it; nothing is saved."""
        self.version += 1
        self.text = text
        if self.version == 1:
            document = {"uri": self.uri, "languageId": "yaml", "version": 1, "text": text}
            self.tell("textDocument/didOpen", {"textDocument": document})
        else:
            self.tell("textDocument/didChange", {
                "textDocument": {"uri": self.uri, "version": self.version}, "contentChanges": [{"text": text}],
            })

    def diagnostics(self, texts, file):
        """Of several files of this name, in folders of their own: open together, because a server waits before it looks at one."""
        found = {}
        for text in texts:
            self.folders += 1
            self.file, self.version = f"{self.folders}/{file}", 0
            self.write(text)
            found[self.uri] = None
        while None in found.values():
            told = self.wait(lambda message: message.get("method") == "textDocument/publishDiagnostics")["params"]
            if told["uri"] in found:
                found[told["uri"]] = told["diagnostics"]
        for uri in found:
            self.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        # A server may think that a file of the same name and version has the same text.
        self.folders += 1
        self.file, self.version = f"{self.folders}/{file}", 0
        return list(found.values())

    def position(self, offset):
        before = self.text[:offset]
        line = before[before.rfind("\n") + 1:]
        return {"line": before.count("\n"), "character": len(line.encode("utf-16-le")) // 2}

    def request(self, method, offset, **more):
        """What the server says about a place in the text."""
        place = {"textDocument": {"uri": self.uri}, "position": self.position(offset), **more}
        answer = self.ask("textDocument/" + method, place)
        return answer.get("result", answer.get("error"))

    def apply(self, changes):
        """The text after a list of TextEdits."""
        lines = [line.encode("utf-16-le") for line in self.text.split("\n")]
        for change in sorted(changes, key=lambda one: -(
                one["range"]["start"]["line"] * 10**6 + one["range"]["start"]["character"])):
            start, end = change["range"]["start"], change["range"]["end"]
            line = lines[start["line"]]
            new = change["newText"].encode("utf-16-le")
            lines[start["line"]] = line[: 2 * start["character"]] + new + line[2 * end["character"]:]
        return "\n".join(line.decode("utf-16-le") for line in lines)

    def bye(self):
        answer = self.ask("shutdown")
        self.tell("exit")
        return self.end() if answer.get("result", 0) is None else answer

    def end(self):
        """The exit code, and what was said."""
        code = self.server.wait(timeout=PATIENCE)
        return code, self.server.stderr.read().decode()
