"""What a plan says: one module for each kind of thing that is found."""
