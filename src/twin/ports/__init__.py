"""What crosses the boundary of the domain: messages, errors, three ports; standard library only."""
