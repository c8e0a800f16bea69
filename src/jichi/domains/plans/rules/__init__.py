"""How a plan chapter is read and how two editions compare: pure, knows no Django."""
