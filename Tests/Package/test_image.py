"""The container image, as far as it can be had without an engine: its root, in a chroot."""
import os
import re
import subprocess
import tempfile
import unittest
import urllib.request

from harness import ROOT, environment

AS_ROOT = [] if os.geteuid() == 0 else ["sudo", "-n"]


def instructions():
    """The instructions of the Containerfile: word, rest."""
    with open(f"{ROOT}/Config/Containerfile", encoding="utf-8") as file:
        return [line.split(None, 1) for line in file.read().splitlines()
                if line and not line.startswith("#")]


class Image(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.root = f"{holder.name}/image"
        run = next(rest for word, rest in instructions() if word == "RUN")
        command = run.split("&&")[-1].strip()
        self.assertEqual(command, "Scripts/image /image")
        subprocess.run(["Scripts/image", self.root], cwd=ROOT, env=environment(), check=True,
                       capture_output=True)

    def test_the_image_holds_the_program_and_the_libraries_of_the_system_alone(self):
        files = [os.path.join(folder, name) for folder, _, names in os.walk(self.root)
                 for name in names]
        names = {os.path.basename(path) for path in files}
        self.assertIn("signatory", names)
        for name in names - {"signatory"}:
            self.assertRegex(name, r"^(lib[-\w+]+|ld-linux[-\w]*)\.so\.\d", name)
            self.assertFalse(name.startswith(("libswift", "libFoundation", "libdispatch")), name)

    def test_the_server_runs_there_as_nobody(self):
        words = dict(instructions())
        user = words["USER"]
        program = re.findall(r'"([^"]+)"', words["ENTRYPOINT"])
        os.mkdir(f"{self.root}/proc")
        subprocess.run([*AS_ROOT, "mount", "-t", "proc", "proc", f"{self.root}/proc"], check=True)
        try:
            process = subprocess.Popen(
                [*AS_ROOT, "chroot", f"--userspec={user}", self.root, *program, "serve",
                 "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, env=environment())
            try:
                line = process.stdout.readline().decode().strip()
                url = line.removeprefix("listening on ") + "/v1/people"
                with urllib.request.urlopen(url, timeout=30) as answer:
                    self.assertEqual(answer.status, 200)
            finally:
                self.stop(process)
        finally:
            subprocess.run([*AS_ROOT, "umount", f"{self.root}/proc"], check=True)

    def stop(self, process):
        if not AS_ROOT:
            process.terminate()
        else:
            subprocess.run([*AS_ROOT, "pkill", "--parent", str(process.pid)], check=True)
        self.assertEqual(process.wait(30), 0)
        process.stdout.close()
