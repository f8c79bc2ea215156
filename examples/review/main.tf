terraform {
  required_providers {
    aiven = {
      source = "aiven/aiven"
    }
  }
}

# As it was two days ago, beside the original: to look at what happened.
resource "aiven_pg" "investigation" {
  project      = "prod"
  service_name = "orders-investigation"
  plan         = "business-4"
  cloud_name   = "aws-eu-central-1"
  pg_user_config {
    service_to_fork_from = "orders-pg"
    recovery_target_time = "2026-11-18T09:00:00Z"
  }
}

# Too far back: the time is outside the recovery window.
resource "aiven_pg" "recovered" {
  project      = "prod"
  service_name = "orders-recovered"
  plan         = "business-4"
  cloud_name   = "google-europe-west4"
  pg_user_config {
    service_to_fork_from = "orders-pg"
    recovery_target_time = "2026-10-20T09:00:00Z"
  }
}

# A live fork whose recovery time was edited: the provider destroys it and makes another.
resource "aiven_pg" "rehearsal" {
  project      = "analytics"
  service_name = "reports-rehearsal-pg"
  plan         = "startup-8"
  cloud_name   = "aws-eu-central-1"
  pg_user_config {
    service_to_fork_from = "reports-pg"
    recovery_target_time = "2026-11-19T02:00:00Z"
  }
}

# A copy on another continent.
resource "aiven_mysql" "us" {
  project      = "prod"
  service_name = "customers-us"
  plan         = "business-16"
  cloud_name   = "aws-us-east-1"
  mysql_user_config {
    service_to_fork_from = "customers-mysql"
  }
}

# A copy in another project: its integrations and its single sign-on stay behind.
resource "aiven_opensearch" "logs" {
  project      = "staging"
  service_name = "logs-copy"
  plan         = "startup-16"
  cloud_name   = "google-europe-west1"
  opensearch_user_config {
    service_to_fork_from = "logs-os"
    project_to_fork_from = "prod"
  }
}

resource "aiven_valkey" "cache" {
  project      = "staging"
  service_name = "cache-valkey"
  plan         = "startup-4"
  cloud_name   = "azure-westeurope"
}
