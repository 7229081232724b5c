"""What is handed out with a journal: the court verifier and the DPO's cosigning tool."""
