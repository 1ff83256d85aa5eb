"""Daily work of grid workers, property staff, supervisors and the secretary."""
