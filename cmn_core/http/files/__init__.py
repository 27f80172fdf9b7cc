"""Files with a scope: each address asks who may take it away."""
