"""What comes from outside: other versions of the article, and what others write in the home."""
