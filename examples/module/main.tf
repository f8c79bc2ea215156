terraform {
  required_version = ">= 1.7"
  required_providers {
    forkcast = { source = "terraform.local/forkcast/forkcast" }
  }
}

variable "project" {
  type = string
}

variable "source_service" {
  type        = string
  description = "The service that is rehearsed on."
}

variable "plan" {
  type    = string
  default = "business-4"
}

data "forkcast_recovery_windows" "source" {
  project      = var.project
  service_name = var.source_service
}

resource "forkcast_service" "rehearsal" {
  project      = var.project
  service_name = "${var.source_service}-rehearsal"
  service_type = "pg"
  plan         = var.plan
  tags         = { purpose = "rehearsal" }

  user_config {
    service_to_fork_from = var.source_service
    recovery_target_time = data.forkcast_recovery_windows.source.windows[0].latest
  }

  lifecycle {
    ignore_changes = [user_config.recovery_target_time]
    postcondition {
      condition     = self.lineage.role == "primary"
      error_message = "The rehearsal was restored from ${self.lineage.location}, not from the primary location."
    }
  }
}

resource "forkcast_database" "scratch" {
  project       = var.project
  service_name  = forkcast_service.rehearsal.service_name
  database_name = "scratch"
}

output "recovery_point" {
  value = forkcast_service.rehearsal.lineage.recovery_point
}

output "service_uri" {
  value     = forkcast_service.rehearsal.service_uri
  sensitive = true
}
