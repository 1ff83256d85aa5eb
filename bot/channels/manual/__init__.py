"""手工: groups that no program may write to; a grid worker pastes what was prepared."""
