mock_provider "forkcast" {
  source = "./tests/mocks"
}

variables {
  project        = "demo"
  source_service = "orders"
}

run "asks_for_a_fork_at_the_end_of_the_window" {
  assert {
    condition     = forkcast_service.rehearsal.user_config.recovery_target_time == "2026-11-20T08:00:00Z"
    error_message = "The rehearsal holds another state than the newest."
  }
  assert {
    condition     = forkcast_service.rehearsal.service_name == "orders-rehearsal"
    error_message = "The rehearsal has an unexpected name."
  }
}

run "tells_what_it_holds" {
  assert {
    condition     = output.recovery_point == "2026-11-20T03:30:00Z"
    error_message = "The module does not tell the recovery point."
  }
}
