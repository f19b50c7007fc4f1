"""The compiler in a loop: files are watched, pictures follow, a small server shows them on this machine."""
