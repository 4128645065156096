#![no_main]

bulletin_fuzz::target!(bulletin_fuzz::annotations);
