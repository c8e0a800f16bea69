"""Files in and out: the documented layout, mappings of other systems' files, and what must hold before a load. Pure."""
