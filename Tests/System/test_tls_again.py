"""Certificates that change more than once: their folder is made anew, they fail and are mended."""
import errno
import fcntl
import os
import shutil
import subprocess
import tempfile
import time
import unittest

from harness import ROOT, Server, curl, wait_until
from secure import Certificates, port_of, serial


class Again(unittest.TestCase):
    def setUp(self):
        self.certificates = Certificates(type(self))
        self.server = Server(*self.certificates.flags, "--loops", "1", listen=["127.0.0.1:0,tls"])
        self.addCleanup(self.server.stop)
        self.port = port_of(self.server)
        self.context = self.certificates.context()
        # Their folder goes meanwhile.
        kept = tempfile.NamedTemporaryFile()
        self.addCleanup(kept.close)
        self.authority = kept.name
        shutil.copy(self.certificates.authority, self.authority)

    def serial(self):
        return serial(self.port, self.context)

    def problems(self):
        return curl(f"https://localhost:{self.port}/readyz", "--cacert",
                    self.authority).json()["problems"]

    def expect_new(self, before):
        return wait_until(lambda: (now := self.serial()) != before and now, "a new certificate")

    def test_a_folder_that_is_made_anew_is_followed_and_so_are_the_changes_after_it(self):
        folder, served = self.certificates.folder, self.serial()
        for _ in range(3):
            shutil.copytree(folder, folder + ".kept")
            shutil.rmtree(folder)
            wait_until(self.problems, "a problem in /readyz")
            self.assertEqual(self.serial(), served)
            shutil.copytree(folder + ".kept", folder)
            shutil.rmtree(folder + ".kept")
            wait_until(lambda: not self.problems(), "the problem to be over")
            for _ in range(2):
                self.certificates.renew()
                served = self.expect_new(served)

    def test_a_certificate_fails_and_is_mended_again_and_again(self):
        path, served = f"{self.certificates.folder}/certificate.pem", self.serial()
        for number in (1, 2, 3):
            with open(path, "wb") as file:
                file.write(b"no certificate\n" * number)
            problem = wait_until(self.problems, "a problem in /readyz")[0]
            self.assertEqual(problem["file"], "certificate.pem")
            self.assertEqual(self.serial(), served)
            self.certificates.renew()
            served = self.expect_new(served)
            wait_until(lambda: not self.problems(), "the problem to be over")
        told = [event for event in self.server.events()
                if event["event"] == "certificates_unavailable"]
        self.assertGreaterEqual(len(told), 3)

    def test_a_certificate_waits_for_the_writer_of_its_key_and_takes_no_core_meanwhile(self):
        """Whether its write is told, or it came before the server watched its folder."""
        folder, served = self.certificates.folder, self.serial()
        with open(f"{folder}/key.pem", "rb") as file:
            old = file.read()
        with self.writer_of_the_key() as file:
            file.write(old)
            self.expect_to_wait_for(file, served)
        self.server.stop()
        with self.writer_of_the_key() as file:
            self.server = Server(
                *self.certificates.flags, "--loops", "1", listen=["127.0.0.1:0,tls"])
            self.addCleanup(self.server.stop)
            self.port = port_of(self.server)
            self.expect_to_wait_for(file, self.serial())

    def writer_of_the_key(self):
        path = f"{self.certificates.folder}/key.pem"
        file = open(path, "r+b", buffering=0)
        self.addCleanup(file.close)
        if not self.tells_writers(path):
            self.skipTest("the system does not tell who writes (fcntl(2), F_SETLEASE)")
        return file

    def expect_to_wait_for(self, key, served):
        """Renews the certificate at once, and after two seconds the key, which `key` writes."""
        folder = self.certificates.folder
        other = shutil.copytree(folder, tempfile.mkdtemp(), dirs_exist_ok=True)
        self.addCleanup(shutil.rmtree, other)
        subprocess.run([f"{ROOT}/Scripts/dev-certificate", other], check=True, capture_output=True)
        os.replace(f"{other}/certificate.pem", f"{folder}/certificate.pem")
        begin, ticks = time.monotonic(), self.processor_ticks()
        wait_until(lambda: time.monotonic() > begin + 2, "two seconds")
        self.assertLess(self.processor_ticks() - ticks, 20)
        self.assertEqual((self.serial(), self.problems()), (served, []))
        with open(f"{other}/key.pem", "rb") as new:
            key.seek(0)
            key.write(new.read())
            key.truncate()
        key.close()
        self.expect_new(served)
        self.assertEqual(self.problems(), [])

    @staticmethod
    def tells_writers(path):
        """Whether a lease on a file that somebody writes is refused."""
        with open(path, "rb") as file:
            try:
                fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_RDLCK)
            except OSError as error:
                return error.errno == errno.EAGAIN
            fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_UNLCK)
        return False

    def processor_ticks(self):
        """Hundredths of a second that the server has worked."""
        with open(f"/proc/{self.server.process.pid}/stat", encoding="ascii") as file:
            fields = file.read().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    def test_links_to_another_pair_are_followed_each_time(self):
        """As certbot renews: live/NAME leads to archive/NAME."""
        folder, served = self.certificates.folder, self.serial()
        for number in (1, 2, 3):
            archive = f"{folder}/{number}"
            if number > 1:
                for name in ("certificate.pem", "key.pem"):
                    os.remove(f"{folder}/{name}")
            self.certificates.renew()
            served = self.expect_new(served)
            os.mkdir(archive)
            for name in ("certificate.pem", "key.pem"):
                os.rename(f"{folder}/{name}", f"{archive}/{name}")
                os.symlink(f"{number}/{name}", f"{folder}/{name}")
            wait_until(lambda: not self.problems(), "no problem")
            self.assertEqual(self.serial(), served)


if __name__ == "__main__":
    unittest.main()
