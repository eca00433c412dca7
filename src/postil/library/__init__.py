"""The verbs that the app and the commands share: functions over a home."""
