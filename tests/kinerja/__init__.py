"""The benchmark (`make bench`): product pages against bare views in the same run."""
