/** Words that people use for what a tool does and that its description lacks. */
export const SEARCH_WORDS: Readonly<Record<string, string>> = {
  calendar_get_event: 'agenda link answered invitation details meeting call join who accepted',
  calendar_list_calendars: 'which calendars family birthdays holidays other calendar',
  calendar_list_occurrences: 'on which days series dates repeats next weeks recurring',
  calendar_get_free_busy:
    'find an hour in which we are free tomorrow and invite when is busy free today tomorrow available occupied at what time colleagues',
  calendar_find_meeting_times: 'when can we meet find a time free hour slot next week together propose',
  calendar_list_shared_events: "what is on my manager's colleague's team's calendar week shared with me",
  calendar_find_rooms: 'find us which room can we have building screen seats wheelchair book place',
  mail_list_folders:
    'file the notes under projects budget of the expedition approved in my folder which folders mail unread how many inbox subfolders where filed',
  mail_get_message:
    'which files came with the notes budget approved contract price list attached what does it say message read open letter thread attached write answer content',
  mail_get_attachment:
    'what would cost price list attached to the contract files came attachment attached contract pdf document in the mail read enclosed',
  files_list_folder:
    'travel policy launch plan note decisions projects documents folder trip release share throw away make call let read add what is in my OneDrive folder files documents listing recent',
  files_search:
    'travel policy launch plan note decisions projects documents folder trip release share throw away make call let read add find where is the document file about words in contents presentation spreadsheet',
  files_get_item:
    'travel policy launch plan note decisions projects documents folder trip release share throw away make call let read add who changed when size link details of the file folder',
  files_read_text: 'read what does the document say text summary of file word excel powerpoint pdf',
  find_people:
    'lunch with friday not know their address invite colleague who is address email colleague name person department contact',
};
