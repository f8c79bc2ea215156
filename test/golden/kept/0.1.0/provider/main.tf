terraform {
  required_providers {
    forkcast = {
      source = "terraform.local/forkcast/forkcast"
    }
  }
}
provider "forkcast" {
  registry = "sqlite:registry.db"
  project  = "demo"
}
resource "forkcast_service" "fork" {
  service_name = "orders-fork"
  service_type = "pg"
  plan         = "business-4"
  cloud_name   = "google-europe-west1"
  user_config {
    service_to_fork_from = "orders"
    recovery_target_time = "2026-11-22T12:00:00Z"
  }
}
resource "forkcast_service" "plain" {
  service_name = "plain"
  service_type = "opensearch"
  plan         = "business-4"
  cloud_name   = "aws-eu-central-1"
  tags         = { team = "shop" }
}
