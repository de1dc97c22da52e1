"""Time zones by their names."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def fault_of_zone(name: str) -> str:
    """Return in one sentence why a zone can't be had; empty where it can, and for no name."""
    try:
        ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "Unknown time zone. Example: Europe/Berlin."
    return ""
