"""Activities: announced, signed up for, attended, and credited by themselves."""
