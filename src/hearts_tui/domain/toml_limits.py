"""What makes a TOML file dangerous to parse, before anyone parses it."""

LARGEST_FILE = 4 * 1024 * 1024
"""In bytes; the largest file hearts reads. Ten thousand votes are a quarter of it."""

LONGEST_KEY = 2_000
"""In bytes. Parsers take seconds and gigabytes for a dotted key of some 40 000."""


def toml_limit_error(data: bytes) -> str:
    """Return why the bytes of a TOML file should not be parsed; empty where they may be."""
    if len(data) > LARGEST_FILE:
        return f"larger than {LARGEST_FILE // 2**20} MiB"
    lines = data.split(b"\n")
    if max(map(len, lines)) <= LONGEST_KEY:
        return ""
    for number, line in enumerate(lines, 1):
        first = line.lstrip()[:1]
        head = line if first == b"[" else line.partition(b"=")[0]
        if first != b"#" and len(head) > LONGEST_KEY and (b"=" in line or first == b"["):
            return f"line {number}: a key is longer than {LONGEST_KEY} characters"
    return ""
