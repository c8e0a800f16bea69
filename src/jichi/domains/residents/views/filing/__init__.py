"""Files in and out, for those who may load and extract."""
