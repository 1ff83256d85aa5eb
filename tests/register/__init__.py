"""The register's sheets, read and judged."""
