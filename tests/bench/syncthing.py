"""Two machines that share a home through Syncthing, for real: two nodes on loopback.

    python -m tests.bench.syncthing

It needs Debian's package ``syncthing``, and takes a minute or two. Both machines write, together
and apart; one is started under the id of the other, so that Syncthing makes a conflict copy. In the
end both have to read the same, and nothing that was written may be missing.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from postil.config import Places
from postil.model.note import Anchor, Note
from postil.model.values import replace
from postil.store.disk.clock import new_id
from postil.store.home.home import Home, open_home
from postil.store.home.journal import Change

PATIENCE = 120.0
"""Seconds until the nodes must have brought everything across."""


class Node:
    """A Syncthing of its own, with one folder that it shares."""

    def __init__(self, root: Path, name: str) -> None:
        self.settings = root / name / "syncthing"
        self.folder = root / name / "home"
        self.folder.mkdir(parents=True)
        self.port = _free_port()
        self.process: subprocess.Popen[bytes] | None = None
        _run("generate", f"--home={self.settings}", "--no-default-folder", "--skip-port-probing")
        self.id = _run(f"--home={self.settings}", "--device-id").strip()

    def share(self, other: Node) -> None:
        """Write the settings: only loopback, nothing announced, one folder shared with another."""
        path = self.settings / "config.xml"
        tree = ElementTree.parse(path)
        root = tree.getroot()
        for old in (*root.findall("folder"), *root.findall("device")):
            root.remove(old)
        folder = ElementTree.SubElement(
            root,
            "folder",
            {
                "id": "postil",
                "label": "postil",
                "path": str(self.folder),
                "type": "sendreceive",
                "rescanIntervalS": "5",
                "fsWatcherEnabled": "true",
                "fsWatcherDelayS": "1",
            },
        )
        ElementTree.SubElement(folder, "maxConflicts").text = "10"
        for node in (self, other):
            ElementTree.SubElement(folder, "device", {"id": node.id})
            device = ElementTree.SubElement(root, "device", {"id": node.id, "name": node.id[:7]})
            ElementTree.SubElement(device, "address").text = f"tcp://127.0.0.1:{node.port}"
        wanted = {
            "listenAddress": f"tcp://127.0.0.1:{self.port}",
            "globalAnnounceEnabled": "false",
            "localAnnounceEnabled": "false",
            "relaysEnabled": "false",
            "natEnabled": "false",
            "reconnectionIntervalS": "2",
            "urAccepted": "-1",
            "autoUpgradeIntervalH": "0",
        }
        options = root.find("options")
        assert options is not None
        for name, value in wanted.items():
            for old in options.findall(name):
                options.remove(old)
            ElementTree.SubElement(options, name).text = value
        address = root.find("gui/address")
        assert address is not None
        address.text = f"127.0.0.1:{_free_port()}"
        tree.write(path)

    def start(self) -> None:
        """Let it run."""
        self.process = subprocess.Popen(
            ["syncthing", "serve", f"--home={self.settings}", "--no-browser", "--no-restart"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def stop(self) -> None:
        """End it, and wait until it has gone."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(30)
            self.process = None


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _run(*words: str) -> str:
    done = subprocess.run(["syncthing", *words], capture_output=True, text=True, check=True)
    return done.stdout


def _home(root: Path, name: str, state: str = "state") -> Home:
    there = root / name
    return open_home(Places(there / "home", there / state, there / "config", there / "cache"))


def _note(body: str) -> Note:
    return Note(new_id(), new_id(), Anchor("words", "", "", 0, 5, "0" * 64), body=body)


def _add(home: Home, *bodies: str) -> list[Note]:
    done = home.apply(Change("new", after=tuple(_note(body) for body in bodies)))
    return [note for note in done.after if isinstance(note, Note)]


def _edit(home: Home, ident: str, body: str) -> None:
    old = home.notes()[ident]
    home.apply(Change("edit", (old,), (replace(old, body=body),)))


def _until(what: str, holds: Callable[[], bool]) -> None:
    begun = time.monotonic()
    while not holds():
        if time.monotonic() - begun > PATIENCE:
            sys.exit(f"not within {PATIENCE:.0f} s: {what}")
        time.sleep(0.3)
    print(f"{time.monotonic() - begun:5.1f} s  {what}")


def _texts(home: Home) -> set[str]:
    home.refresh()
    notes = home.notes().values()
    return {text for note in notes for text in (note.body, *(one.text for one in note.also))}


def _alike(one: Home, two: Home) -> bool:
    one.refresh()
    two.refresh()
    return dict(one.notes()) == dict(two.notes())


def trial(root: Path) -> None:
    """Write on two machines, together and apart, and say what came of it."""
    nodes = [Node(root, "one"), Node(root, "two")]
    nodes[0].share(nodes[1])
    nodes[1].share(nodes[0])
    one, two = _home(root, "one"), _home(root, "two")
    try:
        for node in nodes:
            node.start()
        first = _add(one, *(f"one {number}" for number in range(20)))
        _until("20 notes of one machine are on the other", lambda: len(_texts(two)) == 20)
        _add(two, *(f"two {number}" for number in range(20)))
        for number, note in enumerate(first[:10]):
            _edit(one, note.id, f"one {number}, again")
        _until("both read the same while both write", lambda: _alike(one, two))
        nodes[1].stop()
        for note in first[:3]:
            _edit(one, note.id, f"apart, on one: {note.id}")
            _edit(two, note.id, f"apart, on two: {note.id}")
        one.apply(Change("deletion", before=(one.notes()[first[5].id],)))
        _edit(two, first[5].id, "edited where it was not deleted")
        wanted = _texts(one) | _texts(two)
        nodes[1].start()
        _until("both read the same after they were apart", lambda: _alike(one, two))
        lost = wanted - _texts(one) - {first[5].body}
        apart = sum(bool(note.also) for note in one.notes().values())
        print(f"         {len(lost)} texts lost, {apart} conflicts kept for the reader to settle")
        # The state of one machine is copied to the other, without the name of its machine.
        nodes[1].stop()
        twin_state = root / "two" / "twin"
        twin_state.mkdir()
        (twin_state / "device").write_text(f"{one.device}\n")
        twin = _home(root, "two", "twin")
        _add(twin, "of the twin")
        _edit(twin, first[8].id, "of the twin, edited")
        _add(one, "of the original")
        _edit(one, first[9].id, "of the original, edited")
        wanted = _texts(one) | _texts(twin)
        nodes[1].start()
        _until(
            "Syncthing has made a conflict copy, or merged",
            lambda: any(list(node.folder.glob("notes/*conflict*")) for node in nodes),
        )
        # Whoever writes next takes the copy in.
        time.sleep(8)
        _add(two, "written after the conflict")
        _until("both read the same after the conflict", lambda: _alike(one, two))
        left = [path for node in nodes for path in node.folder.glob("notes/*conflict*")]
        gone = {"one 8, again", "one 9, again"}
        lost = {text for text in wanted - _texts(one) if text not in gone}
        print(f"         {len(lost)} texts lost, {len(left)} copies left: {sorted(lost)[:3]}")
    finally:
        for node in nodes:
            node.stop()


def main() -> None:
    """Make a folder for it, and try."""
    if shutil.which("syncthing") is None:
        sys.exit("syncthing is not installed: apt install syncthing")
    os.environ["STNODEFAULTFOLDER"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        trial(Path(folder))


if __name__ == "__main__":
    main()
