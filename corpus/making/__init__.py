"""How the binary documents of the demonstration are made from their text sources."""
