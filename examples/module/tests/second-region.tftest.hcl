mock_provider "forkcast" {
  source = "./tests/mocks"
}

variables {
  project        = "demo"
  source_service = "orders"
}

run "refuses_what_came_from_the_second_region" {
  override_resource {
    target = forkcast_service.rehearsal
    values = {
      lineage = {
        source_project = "demo"
        source_service = "orders"
        recovery_point = "2026-11-20T03:30:00Z"
        backup_name    = "backup-20261120t033000000000z"
        location       = "google-europe-west4"
        role           = "secondary"
      }
    }
  }
  expect_failures = [forkcast_service.rehearsal]
}
