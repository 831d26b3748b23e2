"""Ways in which programs write a text: each leaves `content` at `path`, whole, when it returns.

Pauses are shorter than a text rests where the file is closed, and longer where it is open.
"""
import mmap
import os
import random
import subprocess
import tarfile
import tempfile
import time

REST_SECONDS = 0.3  # restMilliseconds of the server.
SHORT_PAUSE = REST_SECONDS / 8
LONG_PAUSE = REST_SECONDS * 1.5
PIECES = 4


def beside(path, ending):
    """A name in the same folder that is no text."""
    return os.path.join(os.path.dirname(path), "." + os.path.basename(path) + ending)


def elsewhere(path):
    """A folder that is not watched, in the same file system."""
    place = os.path.join(os.path.dirname(os.path.dirname(path)), "elsewhere")
    os.makedirs(place, exist_ok=True)
    return os.path.join(place, f"{os.path.basename(path)}.{random.getrandbits(60)}")


def pieces(content):
    size = len(content) // PIECES + 1
    return [content[start:start + size] for start in range(0, len(content), size)]


def put(path, content, pause=0.0, mode="wb"):
    """Writes in pieces; what is open is flushed before each pause."""
    with open(path, mode, buffering=0) as file:
        for piece in pieces(content):
            file.write(piece)
            time.sleep(pause)


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def truncate_and_write(path, content):
    put(path, content)


def stream(path, content):
    """scp, sftp: opened once, written as it comes, and that may take long."""
    put(path, content, LONG_PAUSE)


def jerky(path, content):
    put(path, content, random.random() * LONG_PAUSE)


def rsync_in_place(path, content):
    source = elsewhere(path)
    put(source, content)
    run("rsync", "--inplace", "--ignore-times", source, path)
    os.remove(source)


def rsync(path, content):
    source = elsewhere(path)
    put(source, content)
    run("rsync", "--ignore-times", source, path)
    os.remove(source)


def overwrite(path, content):
    """Over what is there, and cut at the end, as dd conv=notrunc and databases do."""
    with open(path, "r+b", buffering=0) as file:
        for piece in pieces(content):
            file.write(piece)
            time.sleep(LONG_PAUSE / 2)
        file.truncate()


def save_beside_and_rename(path, content):
    """Editors that keep the old file until the new one is whole."""
    swap = beside(path, ".swp")
    put(swap, content, SHORT_PAUSE)
    os.replace(swap, path)


def back_up_and_write(path, content):
    """Editors that rename the old file away, and write the new one in its place."""
    backup = path + "~"
    os.replace(path, backup)
    put(path, content, LONG_PAUSE / 2, "xb")
    os.remove(backup)


def move_over(path, content):
    source = elsewhere(path)
    put(source, content)
    run("mv", "-f", source, path)


def move_over_from_another_file_system(path, content):
    with tempfile.NamedTemporaryFile(dir="/dev/shm", delete=False) as file:
        file.write(content)
    os.chmod(file.name, 0o644)
    run("mv", "-f", file.name, path)


def copy(path, content):
    source = elsewhere(path)
    put(source, content)
    run("cp", source, path)
    os.remove(source)


def copy_and_remove_first(path, content):
    source = elsewhere(path)
    put(source, content)
    run("cp", "--remove-destination", source, path)
    os.remove(source)


def link_swap(path, content):
    """The text is a link, which is replaced by one to a new file."""
    target, swap = elsewhere(path), beside(path, ".link")
    put(target, content)
    os.symlink(target, swap)
    os.replace(swap, path)


def link_target(path, content):
    """What the link leads to, in a folder elsewhere, is written in place."""
    if not os.path.islink(path):
        link_swap(path, content)
    put(os.readlink(path), content, LONG_PAUSE / 2)


def hard_link(path, content):
    source = elsewhere(path)
    put(source, content)
    run("ln", "-f", source, path)


def map_memory(path, content):
    """Written as memory; the file is closed before it is written."""
    with open(path, "r+b") as file:
        file.truncate(len(content))
        memory = mmap.mmap(file.fileno(), len(content))
    start = 0
    for piece in pieces(content):
        memory[start:start + len(piece)] = piece
        start += len(piece)
        time.sleep(LONG_PAUSE / 2)
    memory.close()


def late_data(path, content):
    """Closed several times before it is whole, as a network file system may show it."""
    put(path, b"")
    for piece in pieces(content):
        time.sleep(SHORT_PAUSE)
        put(path, piece, mode="ab")


def cut_then_write(path, content):
    """Emptied by its name, then written."""
    os.truncate(path, 0)
    time.sleep(SHORT_PAUSE)
    put(path, content, SHORT_PAUSE, "r+b")


def rename_while_open(path, content):
    """Moved to its place before it is whole, and written on."""
    swap = beside(path, ".part")
    with open(swap, "wb", buffering=0) as file:
        first, *rest = pieces(content)
        file.write(first)
        os.replace(swap, path)
        for piece in rest:
            time.sleep(LONG_PAUSE)
            file.write(piece)


def sed_in_place(path, content):
    source = elsewhere(path)
    put(source, content)
    run("sed", "-i", "-e", f"1r {source}", "-e", "d", path)
    os.remove(source)


def extract_archive(path, content):
    source = elsewhere(path)
    put(source, content)
    with tarfile.open(source + ".tar", "w") as archive:
        archive.add(source, os.path.basename(path))
    run("tar", "-xf", source + ".tar", "-C", os.path.dirname(path))


def check_out(path, content):
    """Version control: removed, then made anew."""
    os.remove(path)
    time.sleep(SHORT_PAUSE)
    put(path, content, SHORT_PAUSE, "xb")


def append(path, content):
    """Grows from half to whole while it is open."""
    middle = len(content) // 2
    with open(path, "wb", buffering=0) as file:
        file.write(content[:middle])
        with open(path, "ab", buffering=0) as other:
            time.sleep(LONG_PAUSE)
            other.write(content[middle:])


def save_twice(path, content):
    """Saved again before anybody could look."""
    put(path, content[: len(content) // 3])
    time.sleep(SHORT_PAUSE)
    put(path, content)


def same_size_and_time(path, content):
    """Nothing that a look can see has changed but the time of the change itself."""
    old = os.stat(path)
    save_beside_and_rename(path, content)
    os.utime(path, ns=(old.st_atime_ns, old.st_mtime_ns))


ALL = [
    truncate_and_write, stream, jerky, rsync_in_place, rsync, overwrite, save_beside_and_rename,
    back_up_and_write, move_over, move_over_from_another_file_system, copy, copy_and_remove_first,
    link_swap, link_target, hard_link, map_memory, late_data, cut_then_write, rename_while_open,
    sed_in_place, extract_archive, check_out, append, save_twice, same_size_and_time,
]
