"""What the packages for game engines need when they are put into a project: files, libraries, edits of JSON."""
