# What Forkcast's provider would answer, for tests of modules without a registry: a fork that was restored from the primary location.
mock_resource "forkcast_service" {
  defaults = {
    ready        = true
    service_uri  = "postgres://avnadmin:secret@fork.example.internal:12345/defaultdb?sslmode=require"
    service_host = "fork.example.internal"
    service_port = 12345
    data_digest  = "0000000000000000000000000000000000000000000000000000000000000000"
    lineage = {
      source_project = "demo"
      source_service = "orders"
      recovery_point = "2026-11-20T03:30:00Z"
      backup_name    = "backup-20261120t033000000000z"
      location       = "google-europe-west1"
      role           = "primary"
    }
    manifest = {
      copied     = { databases = ["defaultdb"], service-users = ["avnadmin"] }
      not_copied = { tags = ["team"] }
    }
  }
}

mock_resource "forkcast_service_user" {
  defaults = {
    type     = "normal"
    password = "mocked-password"
  }
}

mock_data "forkcast_recovery_windows" {
  defaults = {
    now = "2026-11-20T08:00:00Z"
    windows = [{
      location = "google-europe-west1"
      role     = "primary"
      earliest = "2026-11-06T03:30:00Z"
      latest   = "2026-11-20T08:00:00Z"
    }]
  }
}

mock_data "forkcast_backups" {
  defaults = {
    newest  = "backup-20261120t033000000000z"
    backups = []
  }
}

mock_data "forkcast_backup_region" {
  defaults = {
    status      = "available"
    cloud_name  = "google-europe-west4"
    lag_seconds = 300
  }
}
