/**
 * Properties that Graph knows of a type and this tenant keeps nothing of: they can be selected, and are null or not there.
 * https://learn.microsoft.com/graph/api/resources: the page of each type.
 */
export const ALSO_KNOWN: Readonly<Record<string, readonly string[]>> = {
  'microsoft.graph.user': [
    ...['aboutMe', 'ageGroup', 'assignedLicenses', 'assignedPlans', 'birthday', 'createdDateTime', 'creationType'],
    ...['deletedDateTime', 'employeeHireDate', 'employeeOrgData', 'employeeType', 'externalUserState', 'faxNumber'],
    ...['hireDate', 'identities', 'imAddresses', 'interests', 'isResourceAccount', 'legalAgeGroupClassification'],
    ...['licenseAssignmentStates', 'mailboxSettings', 'mySite', 'onPremisesDistinguishedName', 'onPremisesDomainName'],
    ...['onPremisesImmutableId', 'onPremisesSamAccountName', 'onPremisesSyncEnabled', 'onPremisesUserPrincipalName'],
    ...['passwordPolicies', 'passwordProfile', 'pastProjects', 'postalCode', 'preferredDataLocation', 'preferredName'],
    ...[
      'provisionedPlans',
      'responsibilities',
      'schools',
      'securityIdentifier',
      'showInAddressList',
      'skills',
      'state',
    ],
    ...['signInActivity', 'streetAddress', 'directReports', 'manager', 'consentProvidedForMinor'],
  ],
  'microsoft.graph.room': [
    ...['address', 'geoCoordinates', 'parentId', 'phone', 'placeId', 'tags', 'teamsEnabledState', 'nickname'],
    ...['audioDeviceName', 'bookingType', 'building', 'displayDeviceName', 'floorLabel', 'floorNumber', 'label'],
    ...['isWheelChairAccessible', 'videoDeviceName'],
  ],
  'microsoft.graph.driveItem': [
    ...['audio', 'bundle', 'content', 'deleted', 'description', 'image', 'location', 'malware', 'package', 'photo'],
    ...['pendingOperations', 'publication', 'remoteItem', 'root', 'searchResult', 'shared', 'sharepointIds', 'video'],
    ...[
      'specialFolder',
      'webDavUrl',
      'children',
      'permissions',
      'thumbnails',
      'analytics',
      'versions',
      'retentionLabel',
    ],
  ],
  'microsoft.graph.drive': [
    ...['createdBy', 'createdDateTime', 'description', 'eTag', 'items', 'lastModifiedBy', 'lastModifiedDateTime'],
    ...['list', 'parentReference', 'root', 'sharePointIds', 'special', 'system', 'webUrl', 'following', 'bundles'],
  ],
  'Microsoft.OutlookServices.Message': [
    ...['attachments', 'extensions'],
    ...['multiValueExtendedProperties', 'singleValueExtendedProperties'],
  ],
  'Microsoft.OutlookServices.Event': [
    ...['attachments', 'calendar', 'exceptionOccurrences', 'extensions', 'instances'],
    ...['multiValueExtendedProperties', 'singleValueExtendedProperties'],
  ],
  'Microsoft.OutlookServices.Calendar': ['calendarPermissions', 'calendarView', 'events'],
  'Microsoft.OutlookServices.MailFolder': ['childFolders', 'messages', 'messageRules'],
};
