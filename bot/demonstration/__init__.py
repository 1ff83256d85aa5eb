"""The demonstration community: invented people, by the same sheets that real communities import."""
