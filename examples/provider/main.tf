# A copy of production in another provider's region: source in google-europe-west1, fork in aws-eu-central-1.

terraform {
  required_providers {
    forkcast = {
      source  = "terraform.local/forkcast/forkcast"
      version = ">= 0.1.0"
    }
  }
}

# The registry is the one that FORKCAST_REGISTRY names, else sqlite:.forkcast/registry.db in this folder.
provider "forkcast" {
  project = "demo"
}

resource "forkcast_service" "fork" {
  service_name       = "pg-fork"
  service_type       = "pg"
  plan               = "business-4"
  cloud_name         = "aws-eu-central-1"
  latest_transaction = true

  user_config {
    service_to_fork_from = "source-pg"
  }
}

output "recovery_point" {
  value = forkcast_service.fork.lineage.recovery_point
}
